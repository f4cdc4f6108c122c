/** What a flood of wrong passwords does to those who are signed in. */
@NullMarked
package io.passport.bench.loginflood;

import org.jspecify.annotations.NullMarked;
