package io.passport.testing.architecture.violators;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Maven would not run this class, and its method's name has no condition. */
@Disabled
public class BadNames {
    @Test
    void works() {}
}
