package io.passport.user.profile;

import io.passport.common.warmup.SignedGet;
import io.passport.common.warmup.WarmUpTask;
import java.io.IOException;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Warms up {@code GET /user} and {@code GET /session}, the most frequent requests: both read an account that does not exist. */
@Component
class ProfileWarmUp implements WarmUpTask {

    private final SignedGet get;

    ProfileWarmUp(SignedGet get) {
        this.get = get;
    }

    @Override
    public void run(URI server) throws IOException {
        get.send(server, "/api/v1.0/user");
        get.send(server, "/api/v1.0/session");
    }
}
