package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How each documented failure is provoked. A request has all later failures of its operation too, as far as it can. */
final class FailureScenarios {

    private final Map<DocumentedFailure, List<Supplier<ApiResponse>>> byFailure = new LinkedHashMap<>();

    static FailureScenarios of(LaunchedPassport passport) {
        FailureScenarios all = new FailureScenarios();
        new CodeFailures(passport).addTo(all);
        new SignInFailures(passport).addTo(all);
        new CredentialFailures(passport).addTo(all);
        new ProfileFailures(passport).addTo(all);
        return all;
    }

    /** Adds a scenario; a failure that is in the table twice has two. */
    void add(String request, String errno, String errmsg, Supplier<ApiResponse> scenario) {
        byFailure
                .computeIfAbsent(new DocumentedFailure(request, errno, errmsg), failure -> new ArrayList<>())
                .add(scenario);
    }

    /** The failures that have a scenario, each as often as it has one. */
    List<DocumentedFailure> failures() {
        return byFailure.entrySet().stream()
                .flatMap(failure -> failure.getValue().stream().map(scenario -> failure.getKey()))
                .toList();
    }

    /** Runs every scenario of a failure. */
    List<ApiResponse> run(DocumentedFailure failure) {
        return byFailure.getOrDefault(failure, List.of()).stream()
                .map(Supplier::get)
                .toList();
    }
}
