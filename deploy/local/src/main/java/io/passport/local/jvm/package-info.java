/** The parts that run on a JVM: Nacos, the emulators and Passport's own services. */
@NullMarked
package io.passport.local.jvm;

import org.jspecify.annotations.NullMarked;
