"""Reports of readers: the form that anybody may send, and the checkers' list of them."""
