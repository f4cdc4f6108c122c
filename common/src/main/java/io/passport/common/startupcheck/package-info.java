/** What a service looks at before it starts outside the local profile, and the one place that collects what is wrong. */
@NullMarked
package io.passport.common.startupcheck;

import org.jspecify.annotations.NullMarked;
