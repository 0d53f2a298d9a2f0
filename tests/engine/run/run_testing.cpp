#include "run_testing.h"

#include <algorithm>
#include <sstream>

#include "trace/export.h"

namespace loopline::run::test {

using trace::Event;
using trace::Kind;

namespace {

class Teller {
 public:
  explicit Teller(const trace::RunData& data) : m_data(data) {}

  std::string line(const Event& event) const {
    std::string text(trace::name_of(event.kind));
    const auto add = [&text](const std::string& more) { text += " " + more; };
    switch (event.kind) {
      case Kind::out:
      case Kind::err:
      case Kind::out_part:
      case Kind::err_part:
      case Kind::note:
      case Kind::report: add(quoted(event.a)); break;
      case Kind::call:
        add(number(event.a) + " " + quoted(event.b) + " line " + number(event.c) + " from " + number(event.d));
        break;
      case Kind::line: add(number(event.a) + " line " + number(event.b)); break;
      case Kind::leave: add(number(event.a) + " " + (event.c != 0 ? "raising" : quoted(event.b))); break;
      case Kind::suspend: add(number(event.a) + " " + quoted(event.b)); break;
      case Kind::resume:
        add(number(event.a) + " line " + number(event.b) + (event.c != 0 ? " raising" : "") + " from " +
            number(event.d));
        break;
      case Kind::variable:
        add(number(event.a) + " " + text_of(event.b) + (event.d != 0 ? " deleted" : " = " + text_of(event.c)));
        break;
      case Kind::raise:
      case Kind::caught: add(number(event.a) + " " + text_of(event.b) + " line " + number(event.c)); break;
      case Kind::main_end: add(number(event.a) + " " + quoted(event.b)); break;
      case Kind::limit: add(quoted(event.a)); break;
      case Kind::warn: add(number(event.a) + " " + quoted(event.b)); break;
      case Kind::callback_begin: add(quoted(event.b)); break;
      case Kind::task_created: add(quoted(event.b) + " " + quoted(event.c)); break;
      default: break;
    }
    return text;
  }

 private:
  static std::string number(std::int64_t value) { return std::to_string(value); }
  std::string text_of(std::int64_t id) const { return std::string(m_data.strings[static_cast<trace::StringId>(id)]); }
  std::string quoted(std::int64_t id) const { return "'" + text_of(id) + "'"; }

  const trace::RunData& m_data;
};

}  // namespace

Settings settings_for(std::string_view source, Detail detail) {
  Settings settings;
  settings.program.source = source;
  settings.program.name = "test";
  settings.detail = detail;
  return settings;
}

std::vector<std::string> lines_of(const trace::RunData& data) {
  const Teller teller(data);
  std::vector<std::string> lines;
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    lines.push_back(teller.line(data.events[number]));
  }
  return lines;
}

std::vector<std::string> script_lines(const trace::RunData& data) {
  const Teller teller(data);
  std::vector<std::string> lines;
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    const Event event = data.events[number];
    if (event.kind >= Kind::call && event.kind <= Kind::caught) lines.push_back(teller.line(event));
  }
  return lines;
}

std::string all_of(const trace::RunData& data) {
  std::ostringstream all;
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    const Event event = data.events[number];
    all << event.time << ' ' << static_cast<int>(event.kind) << ' ' << event.task << ' ' << event.a << ' ' << event.b
        << ' ' << event.c << ' ' << event.d << '\n';
  }
  for (std::size_t id = 1; id <= data.strings.size(); ++id) {
    all << data.strings[static_cast<trace::StringId>(id)] << '\n';
  }
  for (const trace::TaskRow& row : data.tasks) {
    all << row.id << ' ' << row.number << ' ' << row.name << ' ' << row.coroutine << ' ' << row.label << ' '
        << row.parent << ' ' << row.loop << ' ' << row.event << '\n';
  }
  for (const trace::ObjectRow& row : data.objects) {
    all << row.id << ' ' << static_cast<int>(row.type) << ' ' << row.label << ' ' << row.event << '\n';
  }
  for (const trace::StackRow& row : data.stacks) {
    all << row.id << ' ' << row.parent << ' ' << row.function << ' ' << row.line << '\n';
  }
  for (const trace::LoopRow& row : data.loops) all << row.id << ' ' << row.label << ' ' << row.event << '\n';
  for (const trace::ThreadRow& row : data.threads) all << row.id << ' ' << row.name << ' ' << row.event << '\n';
  all << trace::name_of(data.run.state) << ' ' << data.run.ended_text << ' ' << data.run.info.settings << '\n';
  return all.str();
}

std::string log_of(const trace::RunData& data) {
  std::ostringstream out;
  trace::export_log(data, trace::LogMode::full, out);
  return out.str();
}

}  // namespace loopline::run::test
