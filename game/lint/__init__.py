"""Is this scenario sound? Meaning checks beyond what the loader refuses, each with a code and a page in assets/lint."""
