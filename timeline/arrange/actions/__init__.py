"""What arranging writes: chronologies and their parts, entries, events, merges."""
