# syntax=docker/dockerfile:1

# Compiled programs, an index and a dictionary are the same on every platform: they are made once, on that of the builder.
FROM --platform=$BUILDPLATFORM node:24-slim AS build
WORKDIR /footnote
# Packages change less often than the source. No script of theirs has to run for what is compiled here.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY bin bin
COPY scripts scripts
COPY src src
COPY data data
RUN node bin/build.mjs
COPY corpus corpus
RUN node bin/footnote.mjs index

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8787
WORKDIR /footnote
COPY package.json LICENSE ./
COPY bin bin
COPY data data
COPY --from=build /footnote/dist dist
COPY corpus corpus
# A volume mounted here begins with this index and this owner, so that it can be built anew.
COPY --from=build --chown=node:node /footnote/index index
# Likewise, for QUESTION_LOG and FEEDBACK_FILE.
RUN install --directory --owner=node --group=node records
USER node
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/footnote.mjs"]
CMD ["start"]
