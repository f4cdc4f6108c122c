"""Measures Passport, its limits and a peer in one run; see deploy/bench/RATIONALE.md."""
