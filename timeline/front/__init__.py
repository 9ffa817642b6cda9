"""What a request meets before Django: it is read whole, within limits of time and size, before it takes a thread."""
