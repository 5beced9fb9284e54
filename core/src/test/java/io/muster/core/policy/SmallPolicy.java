package io.muster.core.policy;

import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

/** A small policy with one of everything, for tests to break. */
final class SmallPolicy {
    static final String TEXT =
            """
            muster-policy: 1
            id: small
            document:
              id: S-1
              title: Small plan
              version: "1.0"
              date: May 2026
              classification: Internal
              owner: CTO
              review-every: 1 year
              history:
                - {version: "1.0", date: May 2026, author: Ana, changes: First issue}
            language: en
            reporting: {contact: help@example.com, severity: high, kind: security, tell: [on-call]}
            calendars:
              office:
                zone: Europe/Berlin
                hours: {monday-thursday: "09:00-17:00", friday: "09:00-13:00"}
                holidays: [2026-12-25]
            default-calendar: office
            roles:
              commander: Commander
              on-call: On call
              boss: Boss
            audiences:
              customers: Customers
            kinds:
              security: Security
              other: Other
            severities:
              high:
                title: High
                definition: The shop is down
                examples: [Nobody can pay]
                commander: boss
              low:
                title: Low
                definition: Something looks odd
            phases:
              look:
                title: Look
                starts: with-the-incident
                checklist:
                  take-up: {text: Take it up, ticked-by: acknowledged}
                  save: {text: Save the evidence, only: {kinds: [security]}, required: yes}
              mend:
                title: Mend
                reaches: contained
                checklist:
                  repair: Repair it
                  page: {text: Put it on the page, only: {severities: [high]}}
            clocks:
              acknowledgment:
                title: Acknowledgment
                from: declared
                within: {high: 15 minutes, low: 1 business day}
                met-by: acknowledged
                owner: on-call
                ladder:
                  - {at: 50%, tell: [on-call]}
                  - {at: due, tell: [next on-call]}
                  - {at: 10 minutes after, tell: [boss], every: 10 minutes}
              status-update:
                title: Update
                from: declared
                within: {high: 1 hour}
                met-by: update
                repeats: yes
                until: resolved
                owner: commander
                ladder:
                  - {at: due, tell: [commander]}
              page:
                title: Page
                from: confirmed
                within: 30 minutes
                met-by: item page
                only: {severities: [high]}
                calendar: office
                owner: boss
                ladder:
                  - {at: 10 minutes before, tell: [boss]}
                  - {at: due, tell: [boss, commander]}
            escalation:
              high:
                at-once: [commander, boss]
                within 1 hour: [{to: customers, if: impacted}]
              low: n/a
            questions:
              impacted: Are customers affected?
            closing: {stable-for: 24 hours, from: resolved}
            permissions:
              override: [commander]
            """;

    private SmallPolicy() {}

    static Reading<Policy> read(String text) {
        return PolicyReader.read(Yaml.tree(text), "0123456789ab");
    }
}
