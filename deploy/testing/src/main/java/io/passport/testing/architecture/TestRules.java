package io.passport.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Rules for a module's tests:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.passport.user", importOptions = ImportOption.OnlyIncludeTests.class)
 * class TestConventionsTests {
 *     @ArchTest
 *     static final ArchTests conventions = ArchTests.in(TestRules.class);
 * }
 * }</pre>
 */
public final class TestRules {
    /** {@code <act>When<Condition>Then<Outcome>}. */
    @ArchTest
    public static final ArchRule testsAreNamedActWhenConditionThenOutcome = methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .should()
            .haveNameMatching("[a-z]\\w*When[A-Z]\\w*Then[A-Z]\\w*");

    /** Maven runs no other classes: {@code *Tests} in phase test, {@code *IT} in phase integration-test. */
    @ArchTest
    public static final ArchRule classesWithTestsEndInTestsOrIT = classes()
            .that(haveTests())
            .and()
            .doNotHaveModifier(ABSTRACT)
            .should()
            .haveSimpleNameEndingWith("Tests")
            .orShould()
            .haveSimpleNameEndingWith("IT");

    /** A class that needs a server or an application context ends in {@code IT}. */
    @ArchTest
    public static final ArchRule classesNamedTestsNeedNoServerAndNoContext = noClasses()
            .that()
            .haveSimpleNameEndingWith("Tests")
            .and()
            .doNotHaveModifier(ABSTRACT)
            .should(ArchConditions.be(startingSomething()));

    private TestRules() {}

    private static DescribedPredicate<JavaClass> haveTests() {
        return DescribedPredicate.describe(
                "have tests", type -> type.getMethods().stream().anyMatch(TestRules::isTest));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static DescribedPredicate<JavaClass> startingSomething() {
        return DescribedPredicate.describe(
                "classes that use a real server or @SpringBootTest",
                type -> withSuperclasses(type)
                        .anyMatch(one -> one.isMetaAnnotatedWith("org.springframework.boot.test.context.SpringBootTest")
                                || one.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(dependency -> isServer(dependency.getTargetClass()))));
    }

    private static Stream<JavaClass> withSuperclasses(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream());
    }

    private static boolean isServer(JavaClass type) {
        return type.getPackageName().equals("io.passport.testing.server")
                && !type.getSimpleName().equals("BlackholePort")
                && !type.getSimpleName().equals("Signals");
    }
}
