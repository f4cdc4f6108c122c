package io.passport.emulators.faults;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Outcome;
import io.passport.emulators.http.Request;

/** Applies the active faults to the requests of one provider; without one the provider answers as usual. */
public final class FaultInjector implements Endpoint {
    private final Provider provider;
    private final Faults faults;

    /** Injects these faults into this provider. */
    public FaultInjector(Provider provider, Faults faults) {
        this.provider = provider;
        this.faults = faults;
    }

    @Override
    public boolean accepts(Request request) {
        return provider.accepts(request);
    }

    @Override
    public Outcome answer(Request request) {
        return faults.apply(provider).orElseGet(() -> provider.answer(request));
    }
}
