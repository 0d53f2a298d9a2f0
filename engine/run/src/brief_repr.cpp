#include "brief_repr.h"

#include <algorithm>

#include "loop/queue.h"
#include "loop/sync.h"
#include "loop/task.h"
#include "script/objects/generic_type.h"
#include "script/vm.h"

namespace loopline::run {

namespace kind = script::kind;
using loop::ObjectKind;
using script::Value;

namespace {

constexpr std::size_t kMostCharacters = 120;
// Four bytes a character at most, and a little for what is cut off.
constexpr std::size_t kEnoughBytes = 4 * kMostCharacters + 16;
constexpr int kDeepest = 4;
constexpr int kDeepestAttributes = 2;
// Beyond these the work is out of proportion to the few characters that are shown.
constexpr std::size_t kLargestSet = 256;
constexpr std::size_t kLongestInteger = 2048;  // bits

std::size_t bytes_of_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return at;
}

std::string_view state_of(const loop::Future& future) {
  if (!future.is_done()) return "pending";
  if (future.is_cancelled()) return "cancelled";
  return future.ended_well() ? "finished" : "failed";
}

}  // namespace

namespace {

/// Addresses as "0x0": the length of a text does not depend on where its objects are.
std::string without_addresses(std::string_view text) {
  constexpr std::size_t kFewest = 6;
  constexpr std::size_t kMost = 16;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (text.substr(at).starts_with("0x")) {
      end += 2;
      while (end < text.size() && std::string_view("0123456789abcdef").find(text[end]) != std::string_view::npos) ++end;
    }
    const std::size_t digits = end > at ? end - at - 2 : 0;
    if (digits >= kFewest && digits <= kMost) {
      plain += "0x0";
      at = end;
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

}  // namespace

std::string_view cut_text(std::string_view text, std::string& room) {
  if (text.size() <= kMostCharacters) return text;
  if (text.find("0x") != std::string_view::npos) {
    std::string plain = without_addresses(text);
    const std::size_t end = bytes_of_characters(plain, kMostCharacters);
    const bool is_cut = end < plain.size();
    room = std::move(plain);
    if (!is_cut) return room;
    room.resize(end);
    room += "…";
    return room;
  }
  const std::size_t end = bytes_of_characters(text, kMostCharacters);
  if (end == text.size()) return text;
  room.assign(text.substr(0, end));
  room += "…";
  return room;
}

std::string_view BriefRepr::of(const Value& value) {
  m_text.clear();
  append(value, 0);
  return cut_text(m_text, m_cut);
}

bool BriefRepr::is_full() const noexcept { return m_text.size() >= kEnoughBytes; }

std::string BriefRepr::class_name(const Value& value) const { return std::string(m_vm.class_of(value).name()->view()); }

void BriefRepr::append(const Value& value, int depth) {
  if (is_full()) return;
  switch (value.tag()) {
    case loop::Tag::unset: m_text += "<unset>"; return;
    case loop::Tag::none: m_text += "None"; return;
    case loop::Tag::not_implemented: m_text += "NotImplemented"; return;
    case loop::Tag::ellipsis: m_text += "Ellipsis"; return;
    case loop::Tag::boolean: m_text += value.as_bool() ? "True" : "False"; return;
    case loop::Tag::integer: m_text += std::to_string(value.as_int()); return;
    case loop::Tag::floating: m_text += m_vm.builtin_repr(value).as<script::Str>()->view(); return;
    case loop::Tag::object: append_object(value, depth); return;
  }
}

void BriefRepr::append_object(const Value& value, int depth) {
  const ObjectKind object_kind = value.as_object()->kind();
  if (object_kind == kind::str) return append_text(value.as<script::Str>()->view(), value);
  if (object_kind == kind::bytes) return append_text(value.as<script::Bytes>()->data, value);
  if (object_kind == kind::bytearray) return append_text(value.as<script::ByteArray>()->data, value);
  if (object_kind == kind::instance) return append_instance(*value.as<script::Instance>(), depth);
  if (object_kind == ObjectKind::exception) {
    const auto& exception = *value.as<loop::Exception>();
    const auto* of_script = dynamic_cast<const script::ExceptionObject*>(&exception);
    if (of_script != nullptr) return append_exception(*of_script, depth);
    m_text += exception.repr();
    return;
  }
  if (object_kind == kind::list) return append_sequence('[', ']', value.as<script::List>()->items, depth);
  if (object_kind == kind::tuple) return append_sequence('(', ')', value.as<script::Tuple>()->values(), depth);
  if (object_kind == kind::dict) return append_dict(value, depth);
  if (object_kind == kind::set || object_kind == kind::frozenset) return append_set(value, depth);
  if (object_kind == kind::range) {
    m_text += m_vm.builtin_repr(value).as<script::Str>()->view();
    return;
  }
  if (object_kind == kind::big_int) {
    const mpz_class& number = value.as<script::BigInt>()->number;
    const std::size_t bits = mpz_sizeinbase(number.get_mpz_t(), 2);
    m_text += bits <= kLongestInteger ? number.get_str() : "<int of " + std::to_string(bits) + " bits>";
    return;
  }
  if (object_kind < ObjectKind::first_foreign) return append_loop_object(value);
  append_callable(value);
}

/// The beginning of a text, quoted as Python does it.
void BriefRepr::append_text(std::string_view text, const Value& whole) {
  constexpr std::size_t kShown = kMostCharacters + 1;
  Value shown = whole;
  const std::size_t end = bytes_of_characters(text, kShown);
  if (end < text.size()) {
    const std::string part(text.substr(0, end));
    if (whole.is_object(kind::str)) {
      shown = m_vm.str(part);
    } else if (whole.is_object(kind::bytes)) {
      shown = script::make<script::Bytes>(part);
    } else {
      shown = script::make<script::ByteArray>(part);
    }
  }
  m_text += m_vm.builtin_repr(shown).as<script::Str>()->view();
}

void BriefRepr::append_sequence(char open, char close, std::span<const Value> items, int depth) {
  m_text += open;
  if (depth >= kDeepest && !items.empty()) {
    m_text += "…";
  } else {
    bool first = true;
    for (const Value& item : items) {
      if (is_full()) return;
      if (!first) m_text += ", ";
      first = false;
      append(item, depth + 1);
    }
    if (close == ')' && items.size() == 1) m_text += ',';
  }
  m_text += close;
}

void BriefRepr::append_dict(const Value& value, int depth) {
  const auto& dict = *value.as<script::Dict>();
  m_text += '{';
  if (depth >= kDeepest && !dict.empty()) {
    m_text += "…";
  } else {
    bool first = true;
    for (const script::Dict::Entry& entry : dict.entries()) {
      if (is_full()) return;
      if (!entry.key.is_set()) continue;
      if (!first) m_text += ", ";
      first = false;
      append(entry.key, depth + 1);
      m_text += ": ";
      append(entry.value, depth + 1);
    }
  }
  m_text += '}';
}

void BriefRepr::append_set(const Value& value, int depth) {
  const auto& set = *value.as<script::Set>();
  const bool frozen = set.is_frozen();
  if (set.empty()) {
    m_text += frozen ? "frozenset()" : "set()";
  } else if (set.size() > kLargestSet) {
    m_text += "<" + class_name(value) + " of " + std::to_string(set.size()) + ">";
  } else {
    if (frozen) m_text += "frozenset(";
    const std::vector<Value> elements = set.elements();
    append_sequence('{', '}', elements, depth);
    if (frozen) m_text += ')';
  }
}

void BriefRepr::append_exception(const script::ExceptionObject& exception, int depth) {
  m_text += exception.cls().name()->view();
  if (!exception.args) {
    m_text += "()";
    return;
  }
  const std::span<const Value> arguments = exception.args->values();
  m_text += '(';
  for (std::size_t i = 0; i < arguments.size() && !is_full(); ++i) {
    if (i > 0) m_text += ", ";
    append(arguments[i], depth + 1);
  }
  m_text += ')';
}

void BriefRepr::append_instance(const script::Instance& instance, int depth) {
  if (append_enum_member(instance) || append_named_tuple(instance, depth)) return;
  const std::string_view name = instance.cls().name()->view();
  if (instance.wrapped.is_set()) {
    m_text += name;
    m_text += '(';
    append(instance.wrapped, depth + 1);
    m_text += ')';
    return;
  }
  const bool is_data_class = instance.cls().lookup(*m_vm.intern("__dataclass_fields__")) != nullptr;
  if (!is_data_class) m_text += '<';
  m_text += name;
  m_text += is_data_class ? "(" : " ";
  append_attributes(instance, depth);
  m_text += is_data_class ? ')' : '>';
}

void BriefRepr::append_attributes(const script::Instance& instance, int depth) {
  const script::Dict* attributes = instance.attributes();
  if (attributes == nullptr || attributes->empty() || depth >= kDeepestAttributes) {
    m_text += m_text.back() == '(' ? "…" : "object";
    return;
  }
  bool first = true;
  for (const script::Dict::Entry& entry : attributes->entries()) {
    const script::Str* name = script::as_str(entry.key);
    if (name == nullptr || is_full()) continue;
    if (!first) m_text += ", ";
    first = false;
    m_text += name->view();
    m_text += '=';
    append(entry.value, depth + 1);
  }
}

/// Members of an Enum: "Color.RED".
bool BriefRepr::append_enum_member(const script::Instance& instance) {
  const script::Dict* attributes = instance.attributes();
  if (attributes == nullptr || attributes->get(*m_vm.intern("_value_")) == nullptr) return false;
  const Value* name = attributes->get(*m_vm.intern("_name_"));
  const script::Str* text = name != nullptr ? script::as_str(*name) : nullptr;
  if (text == nullptr) return false;
  m_text += instance.cls().name()->view();
  m_text += '.';
  m_text += text->view();
  return true;
}

/// Named tuples: "Point(x=1, y=2)".
bool BriefRepr::append_named_tuple(const script::Instance& instance, int depth) {
  const script::Tuple* items = script::as_tuple(instance.wrapped);
  if (items == nullptr) return false;
  const Value* fields = instance.cls().lookup(*m_vm.intern("_fields"));
  const script::Tuple* names = fields != nullptr ? script::as_tuple(*fields) : nullptr;
  if (names == nullptr || names->size() != items->size()) return false;
  m_text += instance.cls().name()->view();
  m_text += '(';
  for (std::size_t i = 0; i < items->size() && !is_full(); ++i) {
    if (i > 0) m_text += ", ";
    if (const script::Str* name = script::as_str((*names)[i])) m_text += name->view();
    m_text += '=';
    append((*items)[i], depth + 1);
  }
  m_text += ')';
  return true;
}

/// Tasks, futures, locks, queues: what state they are in.
void BriefRepr::append_loop_object(const Value& value) {
  loop::Object& object = *value.as_object();
  if (object.kind() == ObjectKind::coroutine) {
    m_text += "<coroutine " + static_cast<loop::CoroutineObject&>(object).name() + ">";
    return;
  }
  m_text += "<" + class_name(value);
  switch (object.kind()) {
    case ObjectKind::task:
      m_text += " '" + static_cast<loop::Task&>(object).name() + "' ";
      m_text += state_of(static_cast<loop::Future&>(object));
      break;
    case ObjectKind::future:
    case ObjectKind::timer_future:
      m_text += ' ';
      m_text += state_of(static_cast<loop::Future&>(object));
      break;
    case ObjectKind::lock: m_text += static_cast<loop::Lock&>(object).is_locked() ? " locked" : " unlocked"; break;
    case ObjectKind::event: m_text += static_cast<loop::Event&>(object).is_set() ? " set" : " unset"; break;
    case ObjectKind::semaphore:
      m_text += static_cast<loop::Semaphore&>(object).is_locked() ? " locked" : " unlocked";
      break;
    case ObjectKind::queue: m_text += " of " + std::to_string(static_cast<loop::Queue&>(object).size()); break;
    default: break;
  }
  m_text += '>';
}

/// Functions, classes, generators, modules; and of anything else the class.
void BriefRepr::append_callable(const Value& value) {
  const ObjectKind object_kind = value.as_object()->kind();
  const auto named = [this](std::string_view what, std::string_view name) {
    m_text += "<";
    m_text += what;
    m_text += name;
    m_text += ">";
  };
  if (object_kind == kind::function) return named("function ", value.as<script::Function>()->qualname->view());
  if (object_kind == kind::native_function) {
    return named("built-in function ", value.as<script::NativeFunction>()->name->view());
  }
  if (object_kind == kind::class_) return named("class ", value.as<script::Class>()->name()->view());
  if (object_kind == kind::module) return named("module ", value.as<script::Module>()->name->view());
  if (object_kind == kind::generator || object_kind == kind::async_generator) {
    const auto& generator = static_cast<const script::Generator&>(*value.as<loop::CoroutineObject>());
    return named(object_kind == kind::generator ? "generator " : "async generator ", generator.own_qualname->view());
  }
  if (object_kind == kind::bound_method) {
    const auto& method = *value.as<script::BoundMethod>();
    if (const script::Function* function = script::as_function(method.function)) {
      return named("method ", function->qualname->view());
    }
  }
  named(class_name(value), " object");
}

}  // namespace loopline::run
