package io.muster.app.report;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Control;
import io.muster.core.program.Adoption;
import io.muster.core.report.Chain;
import io.muster.core.report.ControlReport;
import io.muster.core.report.Csv;
import io.muster.core.report.Inspection;
import io.muster.core.report.ReportRow;
import io.muster.core.report.Seal;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;

/** The report for machines. */
final class ReportJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String of(ControlReport report, Function<PersonId, String> names) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("report", "muster-control-report");
        json.put("format", 1);
        json.put("from", report.period().from().toString());
        json.put("until", report.period().until().toString());
        json.put("time_zone", "UTC");
        json.put("made_for", report.inspection().by().plain(names));
        json.put("made_at", report.inspection().at().toString());
        json.put("as_of", report.asOf().toString());
        json.put("period_is_over", report.isFinal());
        json.put("policy", report.policy().version().toString());
        record(json, report.inspection());
        population(json.putObject("population"), report);
        ArrayNode versions = json.putArray("plan_versions");
        for (Adoption adoption : report.plan().program().adoptions()) {
            versions.addObject()
                    .put("document", adoption.document())
                    .put("version", adoption.version())
                    .put("dated", adoption.date())
                    .put("in_force_from", adoption.at().toString())
                    .put("text", adoption.policy().toString());
        }
        ArrayNode controls = json.putArray("controls");
        for (Control control : report.policy().controls()) {
            controls.addObject()
                    .put("id", control.id())
                    .put("title", control.title())
                    .put("requirement", control.requirement())
                    .put("met_by", control.met())
                    .put("proofs", report.proofs(control).size())
                    .put("exceptions", report.deviations(control).size());
        }
        List<ReportRow> lines = ReportRow.of(report, names);
        json.put("rows_sha256", Seal.of(Csv.of(lines)));
        ArrayNode rows = json.putArray("rows");
        for (ReportRow row : lines) {
            rows.addObject()
                    .put("section", row.section())
                    .put("control", row.control())
                    .put("kind", row.kind())
                    .put("file", row.file())
                    .put("entry", row.entry())
                    .put("at", row.at())
                    .put("what", row.what())
                    .put("hash", row.hash());
        }
        return MAPPER.writeValueAsString(json) + "\n";
    }

    /** The heads are hashed from a line for each chain: its name, length and head, by spaces. */
    private static void record(ObjectNode json, Inspection inspection) {
        json.put("verified", inspection.state().broken().isEmpty());
        ArrayNode faults = json.putArray("faults");
        inspection.state().broken().forEach(faults::add);
        json.put("heads_sha256", inspection.state().heads());
        ArrayNode chains = json.putArray("chains");
        for (Chain chain : inspection.state().chains()) {
            chains.addObject()
                    .put("file", chain.name())
                    .put("entries", chain.entries())
                    .put("head", chain.head());
        }
        ObjectNode alerts = json.putObject("alerts");
        inspection.alerts().forEach(tally -> alerts.put(tally.fate().word(), tally.alerts()));
    }

    private static void population(ObjectNode json, ControlReport report) {
        json.put("declared_from", report.period().start().toString());
        json.put("declared_before", report.period().end().toString());
        json.put("incidents", report.population().size());
        json.put("first", report.numbering().first().map(IncidentId::toString).orElse(""));
        json.put("last", report.numbering().last().map(IncidentId::toString).orElse(""));
        ArrayNode missing = json.putArray("numbers_missing");
        report.numbering().missing().forEach(id -> missing.add(id.toString()));
        json.put("declared_earlier_and_worked_on", report.carried().size());
        json.put("exceptions", report.deviations().size());
    }
}
