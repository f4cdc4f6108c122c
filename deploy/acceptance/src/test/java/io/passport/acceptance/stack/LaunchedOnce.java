package io.passport.acceptance.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Launches the stack for the first class that asks for it; JUnit closes it after the last. */
final class LaunchedOnce implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(LaunchedOnce.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Passport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Passport.class, type -> Passport.launch(), Passport.class);
    }
}
