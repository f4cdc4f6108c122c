package io.passport.user;

import org.junit.jupiter.api.BeforeEach;

/** Every SMS code is right until a test configures another answer of verify-service. */
public abstract class SmsCodeIntegrationTest extends IntegrationTest {

    @BeforeEach
    void everyCodeIsRight() {
        VERIFY_SERVICE.reset();
    }
}
