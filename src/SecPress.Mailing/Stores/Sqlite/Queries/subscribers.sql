-- name: find
select s.id, s.name, s.status, s.language, s.fields, exists (select 1 from suppression where key = @key)
from (select 1) left join subscriber s on s.key = @key;

-- name: add
insert into subscriber (key, address, name, status, language, fields, token, consent_at, consent_how, consent_text, consent_source, created_at, changed_at)
values (@key, @address, @name, 'active', @language, @fields, @token, @consent_at, @consent_how, @consent_text, @consent_source, @now, @now)
returning id;

-- name: change
update subscriber set name = @name, language = @language, fields = @fields, changed_at = @now where id = @id;

-- name: join
insert into subscription (subscriber_id, stream, joined_at) values (@id, @stream, @now)
on conflict (subscriber_id, stream) do nothing;

-- name: list
select s.address, s.name, s.status, s.language, s.fields, s.token, s.consent_at, s.consent_how, s.consent_text, s.consent_source,
  (select group_concat(stream, char(10)) from
    (select stream from subscription where subscriber_id = s.id and left_at is null order by stream))
from subscriber s
where (@status is null or s.status = @status)
  and (@stream is null or exists (select 1 from subscription n where n.subscriber_id = s.id and n.stream = @stream and n.left_at is null))
order by s.key;

-- name: suppress
insert into suppression (key, reason, detail, since) values (@key, @reason, @detail, @now)
on conflict (key) do nothing;

-- name: suppress-subscriber
update subscriber set status = @reason, changed_at = @now where key = @key and status in ('pending', 'active');

-- name: score
update subscriber set score = score + 1, changed_at = @now where key = @key returning score;

-- name: clear-score
update subscriber set score = 0, changed_at = @now where key = @key and score > 0;
