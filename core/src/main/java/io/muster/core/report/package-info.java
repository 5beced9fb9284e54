/**
 * What an auditor is handed for a period: which incidents there were, what of the record shows that
 * each control was at work, and honestly what was late, missing or overridden; and the figures of
 * the response. Reading order: {@link io.muster.core.report.Period}, {@link
 * io.muster.core.report.CaseFile}, {@link io.muster.core.report.ControlReport}, {@link
 * io.muster.core.report.ReportText}. Pure: the same record gives the same report.
 */
@NullMarked
package io.muster.core.report;

import org.jspecify.annotations.NullMarked;
