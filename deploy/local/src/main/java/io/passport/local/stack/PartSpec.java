package io.passport.local.stack;

import io.passport.local.part.Part;
import java.util.Set;

/**
 * A part and its dependencies.
 *
 * @param needs the names of the parts that must be ready before it starts and that stop after it
 */
record PartSpec(Part part, Set<String> needs) {
    PartSpec {
        needs = Set.copyOf(needs);
    }

    String name() {
        return part.name();
    }
}
