package io.passport.emulators.faults;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Outcome;
import io.passport.emulators.http.Request;

/** A provider under the faults in force. */
public final class FaultInjector implements Endpoint {

    private final Provider provider;
    private final Faults faults;

    /** Puts these faults before this provider. */
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
