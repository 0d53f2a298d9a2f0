#include "lessons/world.h"

#include <limits>

#include "world_values.h"
#include "yaml.h"

namespace loopline::lessons {
namespace {

using Entry = Node::Entry;
using Values = WorldValues;

constexpr int most_port = 65535;
constexpr int most_times = 1'000'000;

constexpr std::array<WorldField<world::Host>, 13> host_fields{{
    {"match", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.match); }},
    {"name", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.match); }},
    {"url", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.match); }},
    {"method", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.method); }},
    {"latency", [](Values& v, const Entry& e, world::Host& h) { v.duration(e, h.latency); }},
    {"bandwidth", [](Values& v, const Entry& e, world::Host& h) { v.positive(e, h.bandwidth); }},
    {"status", [](Values& v, const Entry& e, world::Host& h) { v.number(e, h.status, 100, 599); }},
    {"body", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.body); }},
    {"content_type", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.content_type); }},
    {"type", [](Values& v, const Entry& e, world::Host& h) { v.text(e, h.content_type); }},
    {"headers", [](Values& v, const Entry& e, world::Host& h) { v.pairs(e, h.headers); }},
    {"failure", [](Values& v, const Entry& e, world::Host& h) { v.failure(e, h.failure); }},
    {"times", [](Values& v, const Entry& e, world::Host& h) { v.number(e, h.times, 0, most_times); }},
}};

constexpr std::array<WorldField<world::Command>, 8> command_fields{{
    {"match", [](Values& v, const Entry& e, world::Command& c) { v.text(e, c.match); }},
    {"name", [](Values& v, const Entry& e, world::Command& c) { v.text(e, c.match); }},
    {"output", [](Values& v, const Entry& e, world::Command& c) { v.text(e, c.output); }},
    {"errors", [](Values& v, const Entry& e, world::Command& c) { v.text(e, c.errors); }},
    {"exit_code", [](Values& v, const Entry& e, world::Command& c) { v.number(e, c.exit_code, -64, 255); }},
    {"exit", [](Values& v, const Entry& e, world::Command& c) { v.number(e, c.exit_code, -64, 255); }},
    {"duration", [](Values& v, const Entry& e, world::Command& c) { v.duration(e, c.duration); }},
    {"ignores_term", [](Values& v, const Entry& e, world::Command& c) { v.boolean(e, c.ignores_term); }},
}};

constexpr std::array<WorldField<world::File>, 2> file_fields{{
    {"path", [](Values& v, const Entry& e, world::File& f) { v.text(e, f.path); }},
    {"content", [](Values& v, const Entry& e, world::File& f) { v.text(e, f.content); }},
}};

constexpr std::array<WorldField<world::IncomingRequest>, 8> request_fields{{
    {"at", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.duration(e, r.at); }},
    {"method", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.text(e, r.method); }},
    {"path", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.text(e, r.path); }},
    {"port", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.number(e, r.port, 0, most_port); }},
    {"headers", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.pairs(e, r.headers); }},
    {"body", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.text(e, r.body); }},
    {"count", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.number(e, r.count, 1, most_times); }},
    {"every", [](Values& v, const Entry& e, world::IncomingRequest& r) { v.duration(e, r.every); }},
}};

constexpr std::array<WorldField<world::Interrupt>, 2> interrupt_fields{{
    {"at", [](Values& v, const Entry& e, world::Interrupt& i) { v.duration(e, i.at); }},
    {"signal", [](Values& v, const Entry& e, world::Interrupt& i) { v.signal(e, i.signal); }},
}};

constexpr std::array<WorldField<world::Mail>, 6> mail_fields{{
    {"connect", [](Values& v, const Entry& e, world::Mail& m) { v.duration(e, m.connect); }},
    {"latency", [](Values& v, const Entry& e, world::Mail& m) { v.duration(e, m.latency); }},
    {"deliver", [](Values& v, const Entry& e, world::Mail& m) { v.duration(e, m.deliver); }},
    {"refused", [](Values& v, const Entry& e, world::Mail& m) { v.texts(e, m.refused); }},
    {"user", [](Values& v, const Entry& e, world::Mail& m) { v.text(e, m.user); }},
    {"password", [](Values& v, const Entry& e, world::Mail& m) { v.text(e, m.password); }},
}};

constexpr std::array<WorldField<world::Costs>, 6> cost_fields{{
    {"step", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_step); }},
    {"line", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_line); }},
    {"turn", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_turn); }},
    {"per_step", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_step); }},
    {"per_line", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_line); }},
    {"per_turn", [](Values& v, const Entry& e, world::Costs& c) { v.duration(e, c.per_turn); }},
}};

// What says which one an item is, and the key for it; requests and interrupts need none.
struct Name {
  std::string_view key = {};
  bool is_there = true;
};
Name name_of(const world::Host& host) { return {"match", !host.match.empty()}; }
Name name_of(const world::Command& command) { return {"match", !command.match.empty()}; }
Name name_of(const world::File& file) { return {"path", !file.path.empty()}; }
Name name_of(const world::IncomingRequest& /*request*/) { return {}; }
Name name_of(const world::Interrupt& /*interrupt*/) { return {}; }

// A list of tables, or a table of them by name. `by_name` takes a name (a key, or an item that is a mere text) and
// `by_value` a value that is no table; either may say that it is not meant.
template <class T, std::size_t Size>
class Items {
 public:
  using TakeName = void (*)(T& item, const std::string& name);
  using TakeValue = void (*)(Values& values, const Entry& entry, T& item);

  Items(Values& values, std::string_view what, const std::array<WorldField<T>, Size>& fields, TakeName by_name,
        TakeValue by_value)
      : m_values(values), m_what(what), m_fields(fields), m_by_name(by_name), m_by_value(by_value) {}

  void read(const Entry& entry, std::vector<T>& into) {
    if (entry.value.kind == Node::Kind::mapping && m_by_name != nullptr) {
      for (const Entry& each : entry.value.entries) into.push_back(named(each));
    } else if (entry.value.kind == Node::Kind::sequence) {
      for (const Node& each : entry.value.items) into.push_back(listed(each, entry));
    } else if (entry.value.kind != Node::Kind::null) {
      m_values.expected(entry, "a list");
    }
  }

 private:
  T named(const Entry& entry) {
    T item;
    m_by_name(item, entry.key.text);
    fill(entry, item);
    return item;
  }
  T listed(const Node& node, const Entry& list) {
    T item;
    if (node.is_scalar() && m_by_name != nullptr) {
      m_by_name(item, node.text);
    } else {
      fill({{list.key.text, node.at}, node}, item);
      const Name name = name_of(item);
      if (node.kind == Node::Kind::mapping && !name.is_there) {
        m_values.report().error(node.at, "It is not said which of the '" + list.key.text + "' this is; expected '" +
                                             std::string(name.key) + ": …'.");
      }
    }
    return item;
  }
  void fill(const Entry& entry, T& item) {
    if (entry.value.kind == Node::Kind::mapping) {
      read_table(m_values, entry.value, m_what, m_fields, item);
    } else if (m_by_value != nullptr && entry.value.is_scalar()) {
      m_by_value(m_values, entry, item);
    } else if (entry.value.kind != Node::Kind::null) {
      m_values.expected(entry, "lines of 'key: value'");
    }
  }

  Values& m_values;
  std::string_view m_what;
  const std::array<WorldField<T>, Size>& m_fields;
  TakeName m_by_name;
  TakeValue m_by_value;
};

void read_hosts(Values& v, const Entry& e, world::Settings& s) {
  Items(
      v, "a host", host_fields, +[](world::Host& h, const std::string& name) { h.match = name; },
      +[](Values& values, const Entry& entry, world::Host& h) { values.duration(entry, h.latency); })
      .read(e, s.hosts);
}
void read_commands(Values& v, const Entry& e, world::Settings& s) {
  Items(
      v, "a command", command_fields, +[](world::Command& c, const std::string& name) { c.match = name; },
      +[](Values& values, const Entry& entry, world::Command& c) { values.text(entry, c.output); })
      .read(e, s.commands);
}
void read_files(Values& v, const Entry& e, world::Settings& s) {
  Items(
      v, "a file", file_fields, +[](world::File& f, const std::string& name) { f.path = name; },
      +[](Values& values, const Entry& entry, world::File& f) { values.text(entry, f.content); })
      .read(e, s.files);
}
void read_requests(Values& v, const Entry& e, world::Settings& s) {
  const Items<world::IncomingRequest, request_fields.size()>::TakeName no_name = nullptr;
  Items(
      v, "a request", request_fields, no_name,
      +[](Values& values, const Entry& entry, world::IncomingRequest& r) { values.duration(entry, r.at); })
      .read(e, s.requests);
}
void read_interrupts(Values& v, const Entry& e, world::Settings& s) {
  const Items<world::Interrupt, interrupt_fields.size()>::TakeName no_name = nullptr;
  Items(
      v, "an interrupt", interrupt_fields, no_name,
      +[](Values& values, const Entry& entry, world::Interrupt& i) { values.duration(entry, i.at); })
      .read(e, s.interrupts);
}

template <class T, std::size_t Size>
void read_part(Values& values, const Entry& entry, std::string_view what, const std::array<WorldField<T>, Size>& fields,
               T& into) {
  if (entry.value.kind != Node::Kind::mapping) return values.expected(entry, "lines of 'key: value'");
  read_table(values, entry.value, what, fields, into);
}

constexpr std::array<WorldField<world::Settings>, 10> settings_fields{{
    {"hosts", read_hosts},
    {"commands", read_commands},
    {"files", read_files},
    {"requests", read_requests},
    {"interrupts", read_interrupts},
    {"mail", [](Values& v, const Entry& e, world::Settings& s) { read_part(v, e, "mail", mail_fields, s.mail); }},
    {"costs", [](Values& v, const Entry& e, world::Settings& s) { read_part(v, e, "costs", cost_fields, s.costs); }},
    {"environment", [](Values& v, const Entry& e, world::Settings& s) { v.pairs(e, s.environment); }},
    {"input", [](Values& v, const Entry& e, world::Settings& s) { v.text(e, s.input); }},
    {"arguments", [](Values& v, const Entry& e, world::Settings& s) { v.texts(e, s.arguments); }},
}};

}  // namespace

world::Settings world_of(const Lesson& lesson, Diagnostics* problems) {
  world::Settings settings;
  const Node* node = lesson.world();
  if (node == nullptr) return settings;
  Report report(lesson.path);
  WorldValues values(report);
  read_table(values, *node, "the world", settings_fields, settings);
  if (problems != nullptr) {
    const Diagnostics found = report.take();
    problems->insert(problems->end(), found.begin(), found.end());
  }
  return settings;
}

}  // namespace loopline::lessons
