"""What a reader takes along: citations, feeds, a calendar, a frame for other pages, what machines read of the site."""
