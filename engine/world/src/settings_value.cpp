#include "settings_value.h"

#include "loop/time.h"
#include "script/vm.h"

namespace loopline::world {

using script::Ref;
using script::Value;
using script::Vm;

namespace {

class Fields {
 public:
  explicit Fields(Vm& vm) : m_vm(vm), m_dict(vm.dict()) {}
  Fields& add(std::string_view name, Value value) {
    m_dict->set(*m_vm.intern(name), std::move(value));
    return *this;
  }
  Fields& add(std::string_view name, const std::string& text) { return add(name, m_vm.str(text)); }
  Fields& add(std::string_view name, int number) { return add(name, Value(std::int64_t{number})); }
  Fields& add(std::string_view name, bool flag) { return add(name, Value(flag)); }
  Fields& add(std::string_view name, Duration duration) { return add(name, Value(loop::to_seconds(duration))); }
  template <class T>
  Fields& add(std::string_view name, const std::optional<T>& maybe) {
    return maybe ? add(name, *maybe) : add(name, Value::none());
  }
  Fields& add(std::string_view name, double number) { return add(name, Value(number)); }
  Fields& add(std::string_view name, const Pairs& pairs) {
    std::vector<Value> items;
    for (const auto& [key, value] : pairs) items.push_back(m_vm.tuple({m_vm.str(key), m_vm.str(value)}));
    return add(name, m_vm.list(std::move(items)));
  }
  Fields& add(std::string_view name, const std::vector<std::string>& texts) {
    std::vector<Value> items;
    for (const std::string& text : texts) items.push_back(m_vm.str(text));
    return add(name, m_vm.list(std::move(items)));
  }
  template <class T>
  Fields& add_all(std::string_view name, const std::vector<T>& items, Value (*make)(Vm&, const T&)) {
    std::vector<Value> values;
    for (const T& item : items) values.push_back(make(m_vm, item));
    return add(name, m_vm.list(std::move(values)));
  }
  Value value() const { return Value(m_dict); }

 private:
  Vm& m_vm;
  Ref<script::Dict> m_dict;
};

std::string name_of(Failure failure) {
  switch (failure) {
    case Failure::none: return "";
    case Failure::unknown_host: return "unknown_host";
    case Failure::refused: return "refused";
    case Failure::reset: return "reset";
    case Failure::timeout: return "timeout";
  }
  return "";
}

Value host_value(Vm& vm, const Host& host) {
  return Fields(vm)
      .add("match", host.match)
      .add("method", host.method)
      .add("latency", host.latency)
      .add("bandwidth", host.bandwidth)
      .add("status", host.status)
      .add("body", host.body)
      .add("content_type", host.content_type)
      .add("headers", host.headers)
      .add("failure", name_of(host.failure))
      .add("times", host.times)
      .value();
}

Value command_value(Vm& vm, const Command& command) {
  return Fields(vm)
      .add("match", command.match)
      .add("output", command.output)
      .add("errors", command.errors)
      .add("exit_code", command.exit_code)
      .add("duration", command.duration)
      .add("ignores_term", command.ignores_term)
      .value();
}

Value file_value(Vm& vm, const File& file) {
  return Fields(vm).add("path", file.path).add("content", file.content).value();
}

Value request_value(Vm& vm, const IncomingRequest& request) {
  return Fields(vm)
      .add("at", request.at)
      .add("method", request.method)
      .add("path", request.path)
      .add("port", request.port)
      .add("headers", request.headers)
      .add("body", request.body)
      .add("count", request.count)
      .add("every", request.every)
      .value();
}

Value interrupt_value(Vm& vm, const Interrupt& interrupt) {
  return Fields(vm).add("at", interrupt.at).add("signal", interrupt.signal).value();
}

Value mail_value(Vm& vm, const Mail& mail) {
  return Fields(vm)
      .add("connect", mail.connect)
      .add("latency", mail.latency)
      .add("deliver", mail.deliver)
      .add("refused", mail.refused)
      .add("user", mail.user)
      .add("password", mail.password)
      .value();
}

}  // namespace

Value settings_value(Vm& vm, const Settings& settings) {
  return Fields(vm)
      .add_all("hosts", settings.hosts, host_value)
      .add_all("commands", settings.commands, command_value)
      .add_all("files", settings.files, file_value)
      .add_all("requests", settings.requests, request_value)
      .add_all("interrupts", settings.interrupts, interrupt_value)
      .add("mail", mail_value(vm, settings.mail))
      .add("environment", settings.environment)
      .add("input", settings.input)
      .add("arguments", settings.arguments)
      .value();
}

}  // namespace loopline::world
