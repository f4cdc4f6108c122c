package io.passport.emulators.faults;

import io.passport.emulators.http.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The active faults. They are applied to a request in the order of their creation, until one ends the request.
 * Requests may use it while faults are added or ended; at most 100 are active, or a few more when added at the same time.
 */
public final class Faults {

    private static final int MAX_FAULTS = 100;

    private final List<Fault> active = new CopyOnWriteArrayList<>();

    /** Adds a fault. Returns false when there are 100 already. */
    boolean add(FaultDefinition definition) {
        active.removeIf(Fault::isExhausted);
        return active.size() < MAX_FAULTS && active.add(new Fault(definition));
    }

    List<FaultDefinition> list() {
        return active.stream()
                .filter(fault -> !fault.isExhausted())
                .map(Fault::remaining)
                .toList();
    }

    /** Ends all faults, and releases the requests that they hold. */
    void clear() {
        active.forEach(Fault::end);
        active.removeIf(Fault::isExhausted);
    }

    /** Applies the faults to a request to this provider. Returns empty when the provider must respond. Blocks during delays. */
    Optional<Outcome> apply(Provider provider) {
        return active.stream()
                .filter(fault -> fault.tryClaim(provider))
                .flatMap(fault -> fault.apply(provider).stream())
                .findFirst();
    }
}
