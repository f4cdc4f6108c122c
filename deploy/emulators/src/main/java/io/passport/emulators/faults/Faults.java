package io.passport.emulators.faults;

import io.passport.emulators.http.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All faults in force. A request meets them in the order in which they were ordered, until one ends it. */
public final class Faults {

    private static final int MOST = 100;

    private final List<Fault> inForce = new CopyOnWriteArrayList<>();

    /** Adds a fault, unless there are too many already. */
    boolean add(FaultOrder order) {
        inForce.removeIf(Fault::isSpent);
        return inForce.size() < MOST && inForce.add(new Fault(order));
    }

    List<FaultOrder> list() {
        return inForce.stream()
                .filter(fault -> !fault.isSpent())
                .map(Fault::asOrder)
                .toList();
    }

    void endAll() {
        inForce.forEach(Fault::end);
        inForce.removeIf(Fault::isSpent);
    }

    /** Lets the faults strike a request to this provider; empty if it is to be answered as usual. */
    Optional<Outcome> strike(Provider provider) {
        return inForce.stream()
                .filter(fault -> fault.claims(provider))
                .flatMap(fault -> fault.strike(provider).stream())
                .findFirst();
    }
}
