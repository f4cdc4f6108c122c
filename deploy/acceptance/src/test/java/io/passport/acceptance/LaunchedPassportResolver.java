package io.passport.acceptance;

import static org.awaitility.Awaitility.await;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RegisteredUser;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Launches Passport once, for the first class that needs it. JUnit closes it after the last class. */
final class LaunchedPassportResolver implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(LaunchedPassportResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LaunchedPassport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(LaunchedPassport.class, type -> launch(), LaunchedPassport.class);
    }

    /** Returns when a user can register: on a busy machine, the first requests can take longer than the gateway waits. */
    private static LaunchedPassport launch() {
        LaunchedPassport passport = LaunchedPassport.launch();
        try {
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                // more than there are instances
                for (int i = 0; i < 4; i++) {
                    RegisteredUser.of(passport).assertSignedIn();
                }
            });
            return passport;
        } catch (RuntimeException | AssertionError e) {
            passport.close();
            throw e;
        }
    }
}
