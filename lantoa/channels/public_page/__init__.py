"""The channel "own public page": `transport` gives a release its address, `form` makes of its text what a page shows.

Nothing is sent anywhere: the portal reads the releases. There is no opening picture.
"""
