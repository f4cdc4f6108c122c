package io.passport.testing.architecture.violators;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Inherits an application context, so it should be named IT. */
@Disabled
public class ContextTests extends WithContext {
    @Test
    void startWhenAContextIsNeededThenTheRuleFires() {}
}
