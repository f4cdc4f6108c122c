package io.passport.media;

import io.passport.testing.startupcheck.AbstractStartupChecksTests;
import java.util.List;

class StartupChecksTests extends AbstractStartupChecksTests {

    @Override
    protected int port() {
        return 8083;
    }

    @Override
    protected List<String> keys() {
        return List.of(
                "passport.internal-calls.caller-keys.gateway", "passport.internal-calls.caller-keys.media-service");
    }

    @Override
    protected List<String> passwords() {
        return List.of("passport.qiniu.access-key", "passport.qiniu.secret-key");
    }
}
