package io.passport.testing.architecture.violators;

import org.springframework.boot.test.context.SpringBootTest;

/** An application context for {@link ContextTests}. */
@SpringBootTest
abstract class WithContext {}
