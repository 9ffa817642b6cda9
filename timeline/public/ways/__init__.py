"""More ways to read a chronology than its timeline: each a page of its own, all of them one small menu."""
