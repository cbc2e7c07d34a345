"""From a plan draft to the rows of a plan. Nothing here writes: the act `take_in` saves what is built here."""
