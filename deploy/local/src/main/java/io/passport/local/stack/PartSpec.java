package io.passport.local.stack;

import io.passport.local.part.Part;
import java.util.Set;

/**
 * A part and its place in the order.
 *
 * @param needs names of the parts that must be ready before it starts, and that stop only after it
 */
record PartSpec(Part part, Set<String> needs) {
    PartSpec {
        needs = Set.copyOf(needs);
    }

    String name() {
        return part.name();
    }
}
