package io.passport.testing.architecture.violators;

import io.passport.testing.server.RealRedis;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Needs a server, so it should be named IT. */
@Disabled
public class ServerTests {
    @Test
    void startWhenAServerIsNeededThenTheRuleFires() {
        RealRedis.SHARED.empty();
    }
}
