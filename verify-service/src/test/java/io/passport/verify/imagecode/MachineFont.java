package io.passport.verify.imagecode;

import java.awt.Font;

/** Violates an architecture rule: image codes must not depend on the machine's fonts. */
public record MachineFont(Font font) {}
