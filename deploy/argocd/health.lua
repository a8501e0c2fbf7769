-- Health of TrafficMirrorFilter and TrafficMirrorSession (vpcmirror.io) for Argo CD. Objects are kstatus-compatible; on top of that a
-- paused one is Suspended.
-- Ready=False alone is Progressing: while the cloud carries a change out, nobody has to act.
local status = obj.status or {}
local conditions = {}
for _, condition in ipairs(status.conditions or {}) do
  conditions[condition.type] = condition
end

local function is(kind)
  return conditions[kind] ~= nil and conditions[kind].status == "True"
end

if obj.metadata.deletionTimestamp ~= nil then
  -- What waits for somebody says for whom: a filter that is in use, for example.
  local stalled = is("Stalled") and " " .. conditions["Stalled"].message or ""
  return {status = "Progressing", message = "The object is being deleted." .. stalled}
end
if status.observedGeneration ~= obj.metadata.generation then
  return {status = "Progressing", message = "The operator has not seen the latest change yet."}
end
if is("Paused") then
  return {status = "Suspended", message = conditions["Paused"].message}
end
for _, kind in ipairs({"OwnershipConflict", "SafetyHold", "Stalled"}) do
  if is(kind) then
    return {status = "Degraded", message = conditions[kind].message}
  end
end
if is("Ready") then
  return {status = "Healthy", message = conditions["Ready"].message}
end
return {status = "Progressing", message = conditions["Ready"] and conditions["Ready"].message or "Waiting for the operator."}
