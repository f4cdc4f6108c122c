package io.passport.user;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** user-service with a verify-service beside it that every code is right for, until a test says otherwise. */
public abstract class SmsCodeIntegrationTest extends IntegrationTest {

    protected static final VerifyServiceStub VERIFY_SERVICE = new VerifyServiceStub();

    @DynamicPropertySource
    static void verifyService(DynamicPropertyRegistry properties) {
        properties.add("spring.cloud.discovery.client.simple.instances.verify-service[0].uri", VERIFY_SERVICE::url);
    }

    @BeforeEach
    void everyCodeIsRight() {
        VERIFY_SERVICE.beginAnew();
    }
}
