package io.passport.emulators.faults;

import io.passport.emulators.http.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All faults in force. A request meets them in the order in which they were ordered, until one ends it. */
public final class Faults {

    private static final int MAX_ENTRIES = 100;

    private final List<Fault> inForce = new CopyOnWriteArrayList<>();

    /** Adds a fault, unless there are too many already. */
    boolean add(FaultDefinition order) {
        inForce.removeIf(Fault::isExhausted);
        return inForce.size() < MAX_ENTRIES && inForce.add(new Fault(order));
    }

    List<FaultDefinition> list() {
        return inForce.stream()
                .filter(fault -> !fault.isExhausted())
                .map(Fault::remaining)
                .toList();
    }

    void clear() {
        inForce.forEach(Fault::end);
        inForce.removeIf(Fault::isExhausted);
    }

    /** Lets the faults apply a request to this provider; empty if it is to be answered as usual. */
    Optional<Outcome> apply(Provider provider) {
        return inForce.stream()
                .filter(fault -> fault.tryClaim(provider))
                .flatMap(fault -> fault.apply(provider).stream())
                .findFirst();
    }
}
