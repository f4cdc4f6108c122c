package io.passport.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.server.WebFilter;

@AnalyzeClasses(packages = "io.passport.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingButTheEdgeIsInheritedByTheManagementPort = classes()
            .that()
            .implement(WebFilter.class)
            .should()
            .haveFullyQualifiedName("io.passport.gateway.edge.EdgeWebFilter");

    @ArchTest
    static final ArchRule gatewayHasNoDatabaseAndBlocksOnNothing =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "jakarta.servlet..");
}
