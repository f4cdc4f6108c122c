/** Classes that break a rule, to show that it fires. */
package io.passport.testing.architecture.violators;
