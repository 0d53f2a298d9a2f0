#include "loop_hooks.h"

namespace loopline::script::asyncio {

Ref<loop::Exception> ScriptExceptionHandler::call(loop::EventLoop& loop, const loop::ErrorContext& context) {
  const Value keep = m_callable;
  const Value result = m_vm.call(keep, {Value(&loop), context_dict(m_vm, context)});
  return result.is_set() ? nullptr : m_vm.take_error();
}

loop::Outcome ScriptTaskFactory::make_task(loop::EventLoop& loop, const Ref<loop::CoroutineObject>& coroutine,
                                           const Ref<loop::Context>& context) {
  const Value keep = m_callable;
  const Value positional[] = {Value(&loop), Value(coroutine)};
  if (!context) return m_vm.to_outcome(m_vm.call(keep, CallArguments{positional, {}, nullptr}));
  const Value keywords[] = {Value(context)};
  const Ref<Tuple> names = Tuple::create({Value(m_vm.intern("context"))});
  return m_vm.to_outcome(m_vm.call(keep, CallArguments{positional, keywords, names.get()}));
}

Value context_dict(Vm& vm, const loop::ErrorContext& context) {
  if (context.source.is_set()) return context.source;
  const Ref<Dict> dict = vm.dict();
  dict->set(*vm.intern("message"), vm.str(context.message));
  if (context.exception) dict->set(*vm.intern("exception"), Value(context.exception));
  if (context.future.is_set()) dict->set(*vm.intern(context.is_task ? "task" : "future"), context.future);
  if (context.handle.is_set()) dict->set(*vm.intern("handle"), context.handle);
  if (context.asyncgen.is_set()) dict->set(*vm.intern("asyncgen"), context.asyncgen);
  return Value(dict);
}

loop::ErrorContext error_context(Vm& vm, const Dict& dict, const Value& source) {
  const auto find = [&](const char* key) {
    const Value* found = dict.get(*vm.intern(key));
    return found != nullptr ? *found : Value();
  };
  loop::ErrorContext context;
  context.source = source;
  if (const Value message = find("message"); message.is_set() && !message.is_none()) {
    const Str* text = as_str(message);
    context.message = text != nullptr ? std::string(text->view()) : vm.safe_repr(message);
  }
  if (ExceptionObject* exception = as_exception(find("exception"))) context.exception = Ref<loop::Exception>(exception);
  context.future = find("task");
  context.is_task = context.future.is_set();
  if (!context.is_task) context.future = find("future");
  context.handle = find("handle");
  context.asyncgen = find("asyncgen");
  return context;
}

}  // namespace loopline::script::asyncio
