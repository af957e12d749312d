"""Django's PostgreSQL, whose pool hands out connections that were only glanced at."""
