#include "cues.h"

#include "python_lines.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

constexpr std::string_view marker = "#:";

class CueReader {
 public:
  CueReader(Scenario& scenario, Report& report)
      : m_scenario(scenario), m_report(report), m_text(scenario.code), m_lines(scan_python(scenario.code)) {}

  void read() {
    for (int number = 1; number <= static_cast<int>(m_lines.size()); ++number) read_line(number);
    if (!m_pending.text.empty()) {
      m_report.error(m_pending.at, "No line of code follows this cue, so it would never be shown.");
    }
  }

 private:
  void read_line(int number) {
    const PythonLine& line = m_lines[static_cast<std::size_t>(number) - 1];
    const Located found = cue_on(number);
    const bool has_cue = found.at.line > 0;
    show(number, has_cue ? line.comment : std::string_view::npos);
    join(m_pending, found);
    if (!line.has_code) {
      if (has_cue) m_scenario.folded.push_back(number);
      return;
    }
    if (m_pending.text.empty()) return;
    m_scenario.cues.push_back({number, line.statement, std::move(m_pending.text), m_pending.at});
    m_pending = {};
  }

  // Appends a line to what a pane shows, up to its cue.
  void show(int number, std::size_t cue) {
    const std::string_view line = m_text.line(number);
    const std::string_view kept = line.substr(0, cue);
    m_scenario.shown += cue >= line.size() ? kept : kept.substr(0, kept.find_last_not_of(" \t\f") + 1);
    if (m_text.lines(number, number).ends_with('\n')) m_scenario.shown += '\n';
  }

  // The cue's text and place; line 0 where there is none.
  Located cue_on(int number) {
    const std::size_t comment = m_lines[static_cast<std::size_t>(number) - 1].comment;
    if (comment == PythonLine::none || !m_text.line(number).substr(comment).starts_with(marker)) return {};
    const Position at = in_file(m_scenario, m_text.position(number, comment));
    std::string text = one_line(m_text.line(number).substr(comment + marker.size()));
    if (text.empty()) m_report.hint(at, "This cue is empty; expected text after '#:'.");
    return {std::move(text), at};
  }

  static void join(Located& cue, const Located& more) {
    if (more.text.empty()) return;
    if (cue.text.empty()) {
      cue = more;
    } else {
      cue.text += " " + more.text;
    }
  }

  Scenario& m_scenario;
  Report& m_report;
  SourceText m_text;
  std::vector<PythonLine> m_lines;
  Located m_pending;
};

}  // namespace

void read_cues(Scenario& scenario, Report& report) { CueReader(scenario, report).read(); }

}  // namespace loopline::lessons
