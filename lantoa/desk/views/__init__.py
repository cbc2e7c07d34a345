"""Views, one file for each room. A view does three things: form in, one act, page or refusal out."""
