"""Who is who: cost, and judged pairs."""
