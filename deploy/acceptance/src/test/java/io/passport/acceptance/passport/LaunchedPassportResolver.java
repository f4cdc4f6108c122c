package io.passport.acceptance.passport;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Launches Passport once, for the first class that needs it. JUnit closes it after the last class. */
final class LaunchedPassportResolver implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(LaunchedPassportResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LaunchedPassport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(LaunchedPassport.class, type -> LaunchedPassport.launch(), LaunchedPassport.class);
    }
}
