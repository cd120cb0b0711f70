"""Cases, weights, allocation, what-matters conversations, plans and contacts."""
