/** Before a service is ready, it repeats its main operations, so that their classes are loaded and their code is compiled. */
@NullMarked
package io.passport.common.warmup;

import org.jspecify.annotations.NullMarked;
