/** Yuntongxun's REST interface for template SMS (容联云通讯). */
@NullMarked
package io.passport.emulators.yuntongxun;

import org.jspecify.annotations.NullMarked;
