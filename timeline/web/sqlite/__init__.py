"""Django's SQLite, with writers that take turns (settings.DATABASES names this folder as the engine)."""
