// How each kind of books reaches Stripe: the service itself, a simulator in another process, or the demo's own one in this process.
