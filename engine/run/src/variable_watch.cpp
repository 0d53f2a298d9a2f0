#include "variable_watch.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "script/vm.h"

namespace loopline::run {

namespace kind = script::kind;
using script::Dict;
using script::Frame;
using script::Str;
using script::Value;

namespace {

std::uint64_t mix(std::uint64_t value) noexcept {
  value *= 0x9E3779B97F4A7C15U;
  return value ^ value >> 29U;
}

/// Of a value that is stored in place.
std::uint64_t mark_of_plain(const Value& value) noexcept {
  const std::uint64_t bits =
      value.is_float() ? std::bit_cast<std::uint64_t>(value.as_float()) : static_cast<std::uint64_t>(value.as_int());
  return mix(bits + static_cast<std::uint64_t>(value.tag())) | 1U;
}

std::uint64_t mark_of_text(std::string_view text) noexcept {
  return mix(std::hash<std::string_view>{}(text) + static_cast<std::uint64_t>(loop::Tag::object)) | 1U;
}

/// What `import`, `def` and `class` bind is in the text; it is no news as a variable.
bool is_definition(std::string_view name, const Value& value) {
  if (value.is_object(kind::module)) return true;
  if (const script::Function* function = script::as_function(value)) return function->name->view() == name;
  if (const script::Class* cls = script::as_class(value)) return cls->name()->view() == name;
  return value.is_object(kind::native_function);
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || (name.starts_with("__") && name.ends_with("__"));
}

const Value& contents(const Value& held) {
  const script::Cell* cell = script::as_kind<script::Cell>(held, kind::cell);
  return cell != nullptr ? cell->value : held;
}

}  // namespace

void VariableWatch::look(Frame& frame) {
  switch (frame.code().code_kind) {
    case script::CodeKind::module:
      if (m_module.frame == 0) {
        m_module.frame = frame.trace_number;
        m_module_names = frame.names ? frame.names : frame.globals();
      }
      if (m_module.frame == frame.trace_number) look_at_names(*m_module_names, m_module);
      return;
    case script::CodeKind::class_body: {
      Namespace& known = m_class_bodies[frame.trace_number];
      known.frame = frame.trace_number;
      if (frame.names) look_at_names(*frame.names, known);
      return;
    }
    default:
      look_at_locals(frame);
      look_at_globals(frame);
      return;
  }
}

void VariableWatch::forget(const Frame& frame) {
  m_locals.erase(frame.trace_number);
  m_class_bodies.erase(frame.trace_number);
}

void VariableWatch::look_at_locals(Frame& frame) {
  const script::Code& code = frame.code();
  const std::size_t locals = code.local_names.size();
  std::vector<Mark>& marks = m_locals[frame.trace_number];
  marks.resize(locals + code.free_names.size());
  const Value* registers = frame.registers();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Str& name = i < locals ? *code.local_names[i] : *code.free_names[i - locals];
    compare(frame.trace_number, name, contents(registers[i]), marks[i]);
  }
}

void VariableWatch::compare(std::uint64_t frame, const Str& name, const Value& value, Mark& mark) {
  if (!value.is_object()) {
    if (!value.is_set()) {
      if (std::exchange(mark, 0) != 0) m_listener.deleted(frame, name.view());
      return;
    }
    const Mark now = mark_of_plain(value);
    if (now == mark || is_hidden(name.view())) return;
    mark = now;
    m_listener.changed(frame, name.view(), m_repr.of(value));
    return;
  }
  if (is_hidden(name.view()) || is_definition(name.view(), value)) return;
  const std::string_view text = m_repr.of(value);
  const Mark now = mark_of_text(text);
  if (now == mark) return;
  mark = now;
  m_listener.changed(frame, name.view(), text);
}

// ---- namespaces: a module's variables, a class body's ---------------------------------------------------------------

void VariableWatch::look_at_names(const Dict& names, Namespace& known) {
  const std::vector<Dict::Entry>& entries = names.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) look_at_name(entries[i], i, known);
  if (std::exchange(known.version, names.version()) != names.version()) find_deleted(names, known);
}

void VariableWatch::look_at_name(const Dict::Entry& entry, std::size_t place, Namespace& known) {
  Str* name = script::as_str(entry.key);
  if (name == nullptr || is_hidden(name->view())) return;
  compare(known.frame, *name, entry.value, slot_of(*name, place, known).mark);
}

VariableWatch::Named& VariableWatch::slot_of(Str& name, std::size_t place, Namespace& known) {
  std::vector<Named>& names = known.names;
  if (place >= names.size()) names.resize(place + 1);
  if (names[place].name.get() == &name) return names[place];
  // New, or moved because names before it were deleted.
  const auto same = [&name](const Named& each) { return each.name && each.name->equals(name); };
  const auto found = std::ranges::find_if(names, same);
  if (found != names.end()) {
    std::swap(*found, names[place]);
  } else {
    if (names[place].name) names.push_back(names[place]);
    names[place] = {script::Ref<Str>(&name)};
  }
  return names[place];
}

void VariableWatch::find_deleted(const Dict& names, Namespace& known) {
  for (Named& each : known.names) {
    if (!each.name || each.mark == 0 || names.get(*each.name) != nullptr) continue;
    each.mark = 0;
    m_listener.deleted(known.frame, each.name->view());
  }
}

/// A function sees and changes what the module holds: the module's own lines do not run meanwhile.
void VariableWatch::look_at_globals(Frame& frame) {
  if (!m_module_names || frame.globals() != m_module_names.get()) return;
  for (const script::Ref<Str>& name : globals_of(frame.code())) {
    const std::int32_t index = m_module_names->find(*name);
    if (index < 0) continue;
    const auto place = static_cast<std::size_t>(index);
    const Dict::Entry& entry = m_module_names->entries()[place];
    if (entry.value.is_object() && is_definition(name->view(), entry.value)) continue;
    look_at_name(entry, place, m_module);
  }
}

const std::vector<script::Ref<Str>>& VariableWatch::globals_of(script::Code& code) {
  const auto [at, is_new] = m_mentioned.try_emplace(&code);
  Mentioned& mentioned = at->second;
  if (!is_new) return mentioned.names;
  mentioned.code = script::Ref<script::Code>(&code);
  for (const script::Instruction& in : code.instructions) {
    const bool is_global = in.op == script::Op::load_global || in.op == script::Op::store_global;
    if (!is_global) continue;
    Str* name = code.constants[in.b].as<Str>();
    const auto same = [name](const script::Ref<Str>& each) { return each->equals(*name); };
    if (std::ranges::none_of(mentioned.names, same)) mentioned.names.emplace_back(name);
  }
  return mentioned.names;
}

}  // namespace loopline::run
