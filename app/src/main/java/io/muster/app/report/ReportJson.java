package io.muster.app.report;

import io.muster.core.PersonId;
import io.muster.core.policy.Control;
import io.muster.core.program.Adoption;
import io.muster.core.report.ControlReport;
import io.muster.core.report.ReportRow;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        json.put("as_of", report.asOf().toString());
        json.put("period_is_over", report.isFinal());
        json.put("policy", report.policy().version().toString());
        json.put("verified", report.state().broken().isEmpty());
        ArrayNode faults = json.putArray("faults");
        report.state().broken().forEach(faults::add);
        json.put("heads_sha256", report.state().heads());
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
        ArrayNode rows = json.putArray("rows");
        for (ReportRow row : ReportRow.of(report, names)) {
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
}
